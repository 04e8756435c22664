namespace TaskGen.Sample;

/// <summary>Represents a data set in the database.</summary>
/// <param name="Id">The id, which is passed to tasks instead of the rows.</param>
/// <param name="Name">The name of the data set.</param>
/// <param name="Source">The publisher of the data.</param>
/// <param name="RowCount">The number of imported rows.</param>
public sealed record Dataset(int Id, string Name, string Source, int RowCount);
