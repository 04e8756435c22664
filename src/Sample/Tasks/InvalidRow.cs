namespace TaskGen.Sample;

/// <summary>A row that was not counted.</summary>
/// <param name="Number">Its place in the data set, from 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Delay">Its delay in minutes.</param>
/// <param name="Distance">Its distance in miles.</param>
/// <param name="Departure">Its departure in decimal hours.</param>
public sealed record InvalidRow(int Number, InvalidReason Reason, int? Delay, int? Distance, double? Departure);
