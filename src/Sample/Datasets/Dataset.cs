namespace TaskGen.Sample;

/// <summary>A data set in the database.</summary>
/// <param name="Id">What a task is given instead of the rows.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Who published it.</param>
/// <param name="RowCount">How many rows were imported.</param>
public sealed record Dataset(int Id, string Name, string Source, int RowCount);
