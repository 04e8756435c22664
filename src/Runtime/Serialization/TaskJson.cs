using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;

namespace TaskGen.Serialization;

/// <summary>
/// Creates the JSON options of a host. Reading is strict, and the JSON contexts of the application take precedence over reflection.
/// </summary>
internal static class TaskJson
{
    public static JsonSerializerOptions Create(TaskJsonOptions user, IEnumerable<JsonSerializerContext> contexts)
    {
        List<IJsonTypeInfoResolver> resolvers = [.. user.TypeInfoResolverChain, .. contexts];
        if (JsonSerializer.IsReflectionEnabledByDefault)
        {
            AddReflection(resolvers);
        }

        var options = new JsonSerializerOptions
        {
            MaxDepth = PayloadCodec.MaxDepth,

            // Names of members are escaped with the encoder of the options, and not with that of the writer.
            Encoder = WireEncoder.Instance,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,

            // Without this setting, a tuple in a type of the application would be written as {} and lose its values.
            IncludeFields = true,
            TypeInfoResolver = new ReadOnlyCollections(JsonTypeInfoResolver.Combine([.. resolvers])),
        };
        options.MakeReadOnly();
        return options;
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Reached only if the application has enabled reflection-based serialization.")]
    [UnconditionalSuppressMessage(
        "AOT", "IL3050", Justification = "Reached only if the application has enabled reflection-based serialization.")]
    private static void AddReflection(List<IJsonTypeInfoResolver> resolvers) => resolvers.Add(new DefaultJsonTypeInfoResolver());
}
