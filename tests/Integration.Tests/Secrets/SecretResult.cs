using System.Text.Json.Serialization;

namespace Integration.Tests.Secrets;

/// <summary>A result that may refuse to be written, and says too much then.</summary>
internal sealed class SecretResult
{
    private readonly string _text = "";

    [JsonIgnore]
    public bool Fails { get; init; }

    public string Text
    {
        get => Fails ? throw new InvalidOperationException($"No: {_text}") : _text;
        init => _text = value;
    }
}
