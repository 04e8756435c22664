using System.Text.Json.Serialization.Metadata;

namespace TaskGen;

/// <summary>Provides options for the JSON serialization of payloads and results.</summary>
public sealed class TaskJsonOptions
{
    /// <summary>
    /// Gets the list of resolvers that describe types which are not primitive, in the order in which they are used. Add a
    /// source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> here. The default is empty.
    /// </summary>
    /// <remarks>
    /// Contexts specified by <see cref="TaskJsonContextAttribute{T}"/> are used after these resolvers. The reflection-based resolver is
    /// used last, and only if the application has reflection-based serialization enabled.
    /// </remarks>
    public IList<IJsonTypeInfoResolver> TypeInfoResolverChain { get; } = [];
}
