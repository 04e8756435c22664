namespace TaskGen.Generator.Symbols;

/// <summary>The numbers that a property of an attribute may have.</summary>
/// <param name="Least">The least one.</param>
/// <param name="Most">The greatest one.</param>
/// <param name="Description">The range, for messages.</param>
internal sealed record ValueRange(double Least, double Most, string Description)
{
    /// <summary>Every positive number but infinity.</summary>
    public static ValueRange Positive(string description) => new(double.Epsilon, double.MaxValue, description);

    /// <summary>Whether a number is in the range; NaN is in none.</summary>
    public bool Contains(double value) => value >= Least && value <= Most;
}
