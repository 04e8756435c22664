using System.Collections.Frozen;
using System.Reflection;

namespace TaskGen.Brokers.Redis;

/// <summary>Contains the Lua script of each broker step, for a single Redis server or for Redis Cluster.</summary>
internal sealed class BrokerScripts
{
    private readonly FrozenDictionary<BrokerStep, BrokerScript> _scripts;

    /// <summary>Initializes a new instance of the <see cref="BrokerScripts"/> class.</summary>
    /// <param name="sharded">
    /// <see langword="true"/> to publish with sharded channels, which Redis Cluster assigns to hash slots; otherwise,
    /// <see langword="false"/>.
    /// </param>
    /// <param name="clock">
    /// The script that replaces <c>lib/clock.lua</c>, so that tests can control the broker's time; <see langword="null"/> to use the clock
    /// of the server.
    /// </param>
    public BrokerScripts(bool sharded, string? clock = null)
    {
        var publish = sharded ? "SPUBLISH" : "PUBLISH";
        _scripts = BrokerStep.All.ToFrozenDictionary(
            static step => step, step => new BrokerScript(step, Source($"{step.Script}.lua"), publish, Library));

        string Library(string name) => name == "clock" && clock is not null ? clock : Source($"lib/{name}.lua");
    }

    public IReadOnlyList<BrokerScript> All => _scripts.Values;

    public BrokerScript this[BrokerStep step] => _scripts[step];

    /// <summary>Reads the text of a file in the <c>Scripts</c> folder.</summary>
    public static string Source(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The embedded Lua script {path} is missing from the TaskGen assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
