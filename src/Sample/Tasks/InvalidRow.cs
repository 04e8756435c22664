namespace TaskGen.Sample;

/// <summary>Represents an invalid row.</summary>
/// <param name="Number">The row number in the data set, from 1.</param>
/// <param name="Reason">The reason for which the row is invalid.</param>
/// <param name="Delay">The delay in minutes.</param>
/// <param name="Distance">The distance in miles.</param>
/// <param name="Departure">The departure in decimal hours.</param>
public sealed record InvalidRow(int Number, InvalidReason Reason, int? Delay, int? Distance, double? Departure);
