namespace House.Tests.Planted.Lower;

/// <summary>Uses the room above it, so that the architecture test has something to find.</summary>
internal sealed class LowerType
{
    public static object Wrong() => new Upper.UpperType();
}
