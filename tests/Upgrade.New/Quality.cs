namespace Shop;

/// <summary>How good something is. The best is new.</summary>
public enum Quality
{
    /// <summary>Not good.</summary>
    Poor = 1,

    /// <summary>Good.</summary>
    Good = 2,

    /// <summary>The best.</summary>
    Excellent = 3,
}
