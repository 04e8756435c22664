namespace TaskGen.Sample;

/// <summary>The flights of one group.</summary>
/// <param name="Group">Its number.</param>
/// <param name="Flights">How many flew.</param>
/// <param name="AverageDelay">Their mean delay in minutes; early arrivals count as negative.</param>
/// <param name="OnTime">The share that arrived less than 15 minutes late, 0 to 1.</param>
public sealed record DelayGroup(int Group, int Flights, double AverageDelay, double OnTime);
