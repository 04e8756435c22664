namespace TaskGen.Sample;

/// <summary>The flights that are to be looked at first.</summary>
/// <param name="PriorityLevel">What was asked for.</param>
/// <param name="MinDelay">The least delay of these flights, in minutes.</param>
/// <param name="Flights">How many there are.</param>
/// <param name="LatestRow">The row of the latest; 0 where there is none.</param>
/// <param name="LatestDelay">Its delay, in minutes.</param>
public sealed record PriorityFlights(string PriorityLevel, int MinDelay, int Flights, int LatestRow, int LatestDelay);
