using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen.Tests;

/// <summary>Signatures of scripted tasks, as generated code would make them.</summary>
internal static class Scripts
{
    private static readonly PayloadParameter<string> Text = new("text", PayloadValue.String);

    public static Signature<string> Of<TProfile>(string text, EnqueueOptions? options = null)
        where TProfile : IProfile =>
        Signatures.Of<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>>(new ScriptedArgs(text), options);

    public static Signature<string> Of(string text, EnqueueOptions? options = null) => Of<Profiles.Plain>(text, options);

    public static IContinuation<TInput, string> Partial<TInput, TProfile>(EnqueueOptions? options = null)
        where TProfile : IProfile => Signatures.Partial<Scripted<TProfile>, ScriptedArgs, string, TaskHandle<string>, TInput, string>(
            Text, default, WriteRest, null, options);

    public static IContinuation<string, string> Partial(EnqueueOptions? options = null) => Partial<string, Profiles.Plain>(options);

    /// <summary>A task that takes whatever comes before it, and whose script is given its JSON.</summary>
    public static IContinuation<TInput, string> Collect<TInput>() =>
        Signatures.Partial<Collecting, ScriptedArgs, string, TaskHandle<string>, TInput, string>(Text, default, WriteRest, null, null);

    private static void WriteRest(Utf8JsonWriter writer, in ScriptedArgs args, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
