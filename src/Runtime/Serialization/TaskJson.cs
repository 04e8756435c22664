using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;

namespace TaskGen.Serialization;

/// <summary>The one set of JSON options of a host: strict in what it reads, and the user's own contexts first.</summary>
internal static class TaskJson
{
    public static JsonSerializerOptions Create(TaskJsonOptions user, IEnumerable<JsonSerializerContext> contexts)
    {
        var options = new JsonSerializerOptions
        {
            MaxDepth = PayloadCodec.MaxDepth,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,

            // Without it a tuple inside somebody's type would be written as {} and lose what it holds.
            IncludeFields = true,
        };
        foreach (var resolver in user.TypeInfoResolverChain)
        {
            options.TypeInfoResolverChain.Add(resolver);
        }

        foreach (var context in contexts)
        {
            options.TypeInfoResolverChain.Add(context);
        }

        if (JsonSerializer.IsReflectionEnabledByDefault)
        {
            AddReflection(options);
        }

        options.MakeReadOnly();
        return options;
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Reached only where the application has reflection-based serialisation switched on.")]
    [UnconditionalSuppressMessage(
        "AOT", "IL3050", Justification = "Reached only where the application has reflection-based serialisation switched on.")]
    private static void AddReflection(JsonSerializerOptions options) =>
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
}
