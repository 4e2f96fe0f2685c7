-- How many capacity retentions say after how many cycles, and what is the median with and without?
SELECT cycles IS NOT NULL AS says_cycles, count(*) AS statements, count(DISTINCT paper) AS papers,
       round(median(number), 1) AS median_retention, round(median(cycles)) AS median_cycles
FROM claims
WHERE property = 'capacity retention' AND number IS NOT NULL
GROUP BY says_cycles
ORDER BY says_cycles DESC;
