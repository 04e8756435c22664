namespace House.Tests.Planted.Upper;

/// <summary>Used from below, against the order that the test of planted uses gives.</summary>
internal sealed class UpperType
{
}
