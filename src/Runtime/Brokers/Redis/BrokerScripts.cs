using System.Collections.Frozen;
using System.Reflection;

namespace TaskGen.Brokers.Redis;

/// <summary>The script of each step, as one kind of server runs it.</summary>
internal sealed class BrokerScripts
{
    private readonly FrozenDictionary<BrokerStep, BrokerScript> _scripts;

    /// <param name="sharded">Whether channels lie in hash slots, as on a Cluster.</param>
    /// <param name="clock">Replaces <c>lib/clock.lua</c>, so that tests own the broker's time; null: the server's clock.</param>
    public BrokerScripts(bool sharded, string? clock = null)
    {
        var publish = sharded ? "SPUBLISH" : "PUBLISH";
        _scripts = BrokerStep.All.ToFrozenDictionary(
            static step => step, step => new BrokerScript(step, Source($"{step.Script}.lua"), publish, Library));

        string Library(string name) => name == "clock" && clock is not null ? clock : Source($"lib/{name}.lua");
    }

    public IReadOnlyList<BrokerScript> All => _scripts.Values;

    public BrokerScript this[BrokerStep step] => _scripts[step];

    /// <summary>Reads the text of a file of <c>Scripts</c>.</summary>
    public static string Source(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The script {path} is missing from this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
