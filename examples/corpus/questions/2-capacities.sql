-- Which materials and cells have which specific capacity, in mAh/g, where three statements or more name one?
SELECT subject, count(*) AS statements, round(median(number), 1) AS median_capacity,
       round(min(number), 1) AS lowest, round(max(number), 1) AS highest
FROM claims
WHERE property = 'specific capacity' AND unit = 'mA.h/g' AND subject IS NOT NULL AND number IS NOT NULL
GROUP BY subject
HAVING count(*) >= 3
ORDER BY median_capacity DESC, subject
LIMIT 12;
