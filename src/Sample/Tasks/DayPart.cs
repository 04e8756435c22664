namespace TaskGen.Sample;

/// <summary>Represents the flights that departed in one part of the day.</summary>
/// <param name="FromHour">The first hour of the part.</param>
/// <param name="ToHour">The hour at which the part ends, which is not included.</param>
/// <param name="Flights">The number of flights.</param>
/// <param name="AverageDelay">The mean delay, in minutes.</param>
/// <param name="OnTime">
/// The share of flights that arrived less than 15 minutes late, from 0 to 1. This is how the U.S. Bureau of Transportation Statistics
/// defines punctuality.
/// </param>
public sealed record DayPart(int FromHour, int ToHour, int Flights, double AverageDelay, double OnTime);
