namespace TaskGen.Sample;

/// <summary>Represents a flight as it was published.</summary>
/// <param name="Number">The row number in the data set, starting at 1.</param>
/// <param name="Delay">The arrival delay in minutes, negative if the flight was early; <see langword="null"/> if it is missing.</param>
/// <param name="Distance">The distance between the airports in miles; <see langword="null"/> if it is missing.</param>
/// <param name="Departure">The local time of departure in decimal hours; <see langword="null"/> if it is missing.</param>
public readonly record struct FlightRow(int Number, int? Delay, int? Distance, double? Departure);
