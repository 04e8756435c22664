namespace TaskGen.Sample;

/// <summary>One flight as it was published.</summary>
/// <param name="Number">Its place in the data set, from 1.</param>
/// <param name="Delay">Arrival against the schedule, in minutes; negative: early. Null where it is missing.</param>
/// <param name="Distance">Miles between the airports. Null where it is missing.</param>
/// <param name="Departure">Local time of departure in decimal hours. Null where it is missing.</param>
public readonly record struct FlightRow(int Number, int? Delay, int? Distance, double? Departure);
