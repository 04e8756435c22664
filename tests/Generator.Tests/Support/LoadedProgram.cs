using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen;

namespace Generator.Tests.Support;

/// <summary>Compiles sources together with what is generated for them, strictly, loads the result, and runs it.</summary>
internal sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Tests", isCollectible: true);

    private LoadedProgram(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public static LoadedProgram Of(params string[] sources) => new(GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(sources)));

    /// <summary>
    /// Compiles declarations, loads them and runs a body that may use <c>client</c> and <c>Check(condition)</c>, which throws where
    /// something is not as it should be.
    /// </summary>
    public static async Task<RecordingClient> RunAsync(string declarations, string body, IServiceProvider? services = null)
    {
        using var program = Of(ProgramSource.Of(declarations, body));
        var client = new RecordingClient(services);
        await program.CallAsync(client);
        return client;
    }

    public Task CallAsync(ITaskClient client)
    {
        var run = Assembly.GetType("Program", throwOnError: true)!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
        return (Task)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [client], null)!;
    }

    public void Dispose() => _context.Unload();
}
