namespace TaskGen.Sample;

/// <summary>Contains the rules that a valid row of flight data meets.</summary>
public static class FlightRules
{
    private const int MaxDelayMinutes = 12 * 60;

    // The minimum plausible time from gate to gate is based on the cruise speed of a jet, 500 miles per hour, and 20 minutes on the ground.
    private const double MilesPerMinute = 500.0 / 60;
    private const int GroundMinutes = 20;

    /// <summary>Checks a row against the rules.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The reason why the row is invalid, or <see langword="null"/> if it is valid.</returns>
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

    /// <summary>Determines whether a row cannot be used even without validation. <see cref="Check"/> applies these rules first.</summary>
    /// <param name="reason">The reason why the row is invalid.</param>
    /// <returns>
    /// <see langword="true"/> if a value is missing or the departure is not a time of day; otherwise, <see langword="false"/>.
    /// </returns>
    public static bool IsUnreadable(InvalidReason reason) => reason is InvalidReason.MissingValue or InvalidReason.DepartureOutsideDay;
}
