namespace TaskGen.Sample;

/// <summary>Represents an invalid row in a data set.</summary>
/// <param name="Number">The row number in the data set, starting at 1.</param>
/// <param name="Reason">The reason why the row is invalid.</param>
/// <param name="Delay">The delay in minutes.</param>
/// <param name="Distance">The distance in miles.</param>
/// <param name="Departure">The departure in decimal hours.</param>
public sealed record InvalidRow(int Number, InvalidReason Reason, int? Delay, int? Distance, double? Departure);
