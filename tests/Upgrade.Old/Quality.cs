namespace Shop;

/// <summary>How good something is.</summary>
public enum Quality
{
    /// <summary>Not good.</summary>
    Poor = 1,

    /// <summary>Good.</summary>
    Good = 2,
}
