namespace TaskGen.Sample;

/// <summary>Specifies why a row is invalid. <see cref="FlightRules"/> contains the rules.</summary>
public enum InvalidReason
{
    /// <summary>A column is empty.</summary>
    MissingValue,

    /// <summary>The departure is earlier than 00:00, or 24:00 or later.</summary>
    DepartureOutsideDay,

    /// <summary>The distance between the airports is zero or negative.</summary>
    NoDistance,

    /// <summary>The delay is so long that the row probably belongs to another flight or another day.</summary>
    DelayTooLong,

    /// <summary>The flight was so early that it would have landed before its scheduled departure.</summary>
    LandedBeforeDeparture,
}
