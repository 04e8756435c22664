namespace TaskGen.Sample;

/// <summary>The flights that left in one part of the day.</summary>
/// <param name="FromHour">The first hour.</param>
/// <param name="ToHour">The hour after the last.</param>
/// <param name="Flights">How many left.</param>
/// <param name="AverageDelay">Their mean delay, in minutes.</param>
/// <param name="OnTime">The share that arrived less than 15 minutes late, 0 to 1: the Bureau's definition of on time.</param>
public sealed record DayPart(int FromHour, int ToHour, int Flights, double AverageDelay, double OnTime);
