namespace TaskGen.Sample;

/// <summary>Which rows can be believed.</summary>
public static class FlightRules
{
    private const int MaxDelayMinutes = 12 * 60;

    // The shortest time a schedule can allow from gate to gate: 500 miles an hour, the cruise of a jet, and 20 minutes on the ground.
    private const double MilesPerMinute = 500.0 / 60;
    private const int GroundMinutes = 20;

    /// <summary>Holds a row against the rules.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The first rule it breaks, or null.</returns>
    public static InvalidReason? Check(in FlightRow row) => row switch
    {
        { Delay: null } or { Distance: null } or { Departure: null } => InvalidReason.MissingValue,
        { Departure: not (>= 0 and < 24) } => InvalidReason.DepartureOutsideDay,
        { Distance: <= 0 } => InvalidReason.NoDistance,
        { Delay: > MaxDelayMinutes } => InvalidReason.DelayTooLong,
        { Delay: { } delay, Distance: { } distance } when -delay > GroundMinutes + (distance / MilesPerMinute) =>
            InvalidReason.LandedBeforeDeparture,
        _ => null,
    };

    /// <summary>
    /// Says whether a row cannot be counted even by who does not ask for validation. These rules come first in <see cref="Check"/>.
    /// </summary>
    /// <param name="reason">The rule that a row breaks.</param>
    /// <returns>Whether there is something missing to count it.</returns>
    public static bool IsUnreadable(InvalidReason reason) => reason is InvalidReason.MissingValue or InvalidReason.DepartureOutsideDay;
}
