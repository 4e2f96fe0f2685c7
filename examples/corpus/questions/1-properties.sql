-- What do the papers give numbers for, and in how many of them?
SELECT property, count(*) AS statements, count(DISTINCT paper) AS papers
FROM claims
GROUP BY property
ORDER BY statements DESC, property;
