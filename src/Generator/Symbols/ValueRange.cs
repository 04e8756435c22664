namespace TaskGen.Generator.Symbols;

/// <summary>Represents the range of valid values of an attribute property.</summary>
/// <param name="Least">The smallest valid value.</param>
/// <param name="Most">The largest valid value.</param>
/// <param name="Description">The description of the range for messages.</param>
internal sealed record ValueRange(double Least, double Most, string Description)
{
    /// <summary>Creates the range that contains all positive numbers except infinity.</summary>
    public static ValueRange Positive(string description) => new(double.Epsilon, double.MaxValue, description);

    /// <summary>Determines whether a number is in the range. NaN is not in any range.</summary>
    public bool Contains(double value) => value >= Least && value <= Most;
}
