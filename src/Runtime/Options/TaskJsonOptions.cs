using System.Text.Json.Serialization.Metadata;

namespace TaskGen;

/// <summary>How types that are not primitive are written to and read from payloads and results.</summary>
public sealed class TaskJsonOptions
{
    /// <summary>
    /// Asked in order for the description of a type: add your own <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>s.
    /// Contexts named by <see cref="TaskJsonContextAttribute{T}"/> follow; the reflection resolver is last, and only where reflection is
    /// enabled.
    /// </summary>
    public IList<IJsonTypeInfoResolver> TypeInfoResolverChain { get; } = [];
}
