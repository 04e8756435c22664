namespace TaskGen.Sample;

/// <summary>Why a row was not counted. <see cref="FlightRules"/> has the rules.</summary>
public enum InvalidReason
{
    /// <summary>A column is empty.</summary>
    MissingValue,

    /// <summary>The departure is not a time of day.</summary>
    DepartureOutsideDay,

    /// <summary>The airports are no distance apart.</summary>
    NoDistance,

    /// <summary>So late that it is more likely another flight or another day.</summary>
    DelayTooLong,

    /// <summary>So early that it would have landed before it was due to leave.</summary>
    LandedBeforeDeparture,
}
