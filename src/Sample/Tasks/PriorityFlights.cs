namespace TaskGen.Sample;

/// <summary>Represents the flights whose delay is at least the minimum delay of a priority level.</summary>
/// <param name="PriorityLevel">The requested priority level.</param>
/// <param name="MinDelay">The minimum delay of these flights, in minutes.</param>
/// <param name="Flights">The number of flights.</param>
/// <param name="LatestRow">The row number of the flight with the longest delay; 0 if there is none.</param>
/// <param name="LatestDelay">The longest delay, in minutes.</param>
public sealed record PriorityFlights(string PriorityLevel, int MinDelay, int Flights, int LatestRow, int LatestDelay);
