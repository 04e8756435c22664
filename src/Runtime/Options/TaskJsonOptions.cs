using System.Text.Json.Serialization.Metadata;

namespace TaskGen;

/// <summary>Provides options for the JSON serialization of payloads and results.</summary>
public sealed class TaskJsonOptions
{
    /// <summary>
    /// Gets the list of resolvers that provide the JSON metadata of types other than primitive types, in the order in which they are used.
    /// Add a source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> here. The default is empty.
    /// </summary>
    /// <remarks>
    /// Contexts specified by <see cref="TaskJsonContextAttribute{T}"/> are used after these resolvers. The reflection-based resolver is
    /// used last, and only if reflection-based serialization is enabled in the application.
    /// </remarks>
    public IList<IJsonTypeInfoResolver> TypeInfoResolverChain { get; } = [];
}
