using TaskGen;

namespace Integration.Tests.Secrets;

/// <summary>Another one.</summary>
internal sealed class SecretAddress
{
    public string City { get; init; } = "";

    [Sensitive, System.Text.Json.Serialization.JsonPropertyName("line")]
    public string Street { get; init; } = "";
}
