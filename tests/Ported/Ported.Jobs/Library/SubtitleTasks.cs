using Ported.Contracts;
using TaskGen;

namespace Ported.Jobs.Library;

/// <summary>Fetches subtitles with a client of the factory.</summary>
public sealed class SubtitleTasks
{
    private static readonly SubtitleCue Cue = new(TimeSpan.Zero, TimeSpan.FromSeconds(2), "Hello");

    private readonly IHttpClientFactory _clients;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="clients">The factory.</param>
    public SubtitleTasks(IHttpClientFactory clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        _clients = clients;
    }

    /// <summary>Fetches the subtitles in one language.</summary>
    /// <param name="itemId">The id of the item.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The subtitles; <see langword="null"/> if there are none.</returns>
    [Task(Name = "subtitles.fetch", Retry = 3, RetryBaseDelaySeconds = 0.01)]
    [RetryOn<HttpRequestException>]
    [RetryOn<TimeoutException>]
    public async Task<Subtitle?> Fetch(Guid itemId, string language, CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient("subtitles");
        var address = new Uri($"https://subtitles.example/{itemId:N}/{language}");
        using var response = await client.GetAsync(address, cancellationToken);
        return response.IsSuccessStatusCode ? new Subtitle(language, address, [Cue]) : null;
    }

    /// <summary>Finds the languages that have subtitles.</summary>
    /// <param name="languages">The languages.</param>
    /// <param name="minimums">The minimum number of lines, per language.</param>
    /// <returns>The languages with their numbers of lines.</returns>
    [Task(Name = "subtitles.count")]
    public static async Task<Dictionary<string, int?>> Count(HashSet<string> languages, IReadOnlyDictionary<string, int>? minimums = null)
    {
        await Task.Yield();
        return languages.ToDictionary(static language => language, language => minimums?.GetValueOrDefault(language));
    }

    /// <summary>Moves a line.</summary>
    /// <param name="cue">The line.</param>
    /// <param name="by">The time.</param>
    /// <returns>The line at its new time.</returns>
    [Task(Name = "subtitles.shift")]
    public static SubtitleCue Shift(SubtitleCue cue, TimeSpan by) => cue with { Start = cue.Start + by, End = cue.End + by };
}
