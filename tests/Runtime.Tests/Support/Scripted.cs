using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Tests;

/// <summary>
/// A task whose body is whatever the test put into its <see cref="Script"/>: what generated code does, by hand, so that the runtime is
/// tested without the generator.
/// </summary>
/// <typeparam name="TProfile">What its attribute would say.</typeparam>
internal readonly struct Scripted<TProfile> : ITaskDefinition<ScriptedArgs, string, TaskHandle<string>>
    where TProfile : IProfile
{
    static string ITaskDefinition<ScriptedArgs, string>.Name => TProfile.Name;

    static IReadOnlyList<string> ITaskDefinition<ScriptedArgs, string>.Aliases => TProfile.Aliases;

    static TaskDefaults ITaskDefinition<ScriptedArgs, string>.Defaults => TProfile.Defaults;

    static void ITaskDefinition<ScriptedArgs, string>.WriteArgs(Utf8JsonWriter writer, in ScriptedArgs args, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, args.Text);
        writer.WriteEndObject();
    }

    static ScriptedArgs ITaskDefinition<ScriptedArgs, string>.ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("text", out var text)
            && text.ValueKind == JsonValueKind.String
            ? new ScriptedArgs(text.GetString()!)
            : throw new TaskArgumentException(null, ["text: missing or not a string"]);
    }

    static void ITaskDefinition<ScriptedArgs, string>.WriteResult(Utf8JsonWriter writer, string result, JsonSerializerOptions options) =>
        writer.WriteStringValue(result);

    static string ITaskDefinition<ScriptedArgs, string>.ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Read(ref reader, options);

    static async ValueTask<string> ITaskDefinition<ScriptedArgs, string>.InvokeAsync(
        ScriptedArgs args, TaskContext context, CancellationToken cancellationToken) =>
        await context.Services.GetRequiredService<Script>().RunAsync(TProfile.Name, args.Text, context);

    static TaskHandle<string> ITaskDefinition<ScriptedArgs, string, TaskHandle<string>>.CreateHandle(
        ITaskHandleSource source, TaskId id, bool wasDeduplicated) =>
        new(source, id, wasDeduplicated, Read);

    private static string Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.GetString()!;
    }
}
