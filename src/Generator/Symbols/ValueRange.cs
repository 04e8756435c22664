namespace TaskGen.Generator.Symbols;

/// <summary>The range of valid values of a property of an attribute.</summary>
/// <param name="Least">The smallest valid value.</param>
/// <param name="Most">The largest valid value.</param>
/// <param name="Description">The description of the range in messages.</param>
internal sealed record ValueRange(double Least, double Most, string Description)
{
    /// <summary>Creates the range of all positive numbers except infinity.</summary>
    public static ValueRange Positive(string description) => new(double.Epsilon, double.MaxValue, description);

    /// <summary>Returns whether a number is in the range. NaN is in no range.</summary>
    public bool Contains(double value) => value >= Least && value <= Most;
}
