/* global CustomFunctions */
const numbers = (matrix) => matrix.flat().filter((value) => typeof value === "number");
CustomFunctions.associate("INDEX", (levels) => {
  const given = numbers(levels);
  if (given.length === 0)
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Tingkat belum diisi");
  return given.reduce((sum, value) => sum + value, 0) / given.length;
});
CustomFunctions.associate("ECHO", (x) => JSON.stringify(x));
