using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Secrets;

/// <summary>
/// Everything that people can see of an application: each log line with its values, scopes and exceptions, at every level; activities;
/// measurements; and what a test adds.
/// </summary>
internal sealed class Outputs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public Outputs()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add("activity", Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "TaskGen")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _measurements.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => Add("metric", $"{instrument.Name} {value} {Pairs(tags.ToArray())}"));
        _measurements.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => Add("metric", $"{instrument.Name} {value} {Pairs(tags.ToArray())}"));
        _measurements.Start();
    }

    public IReadOnlyList<string> Texts => [.. _texts];

    public void Add(string kind, string? text) => _texts.Enqueue($"{kind}: {text}");

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
    }

    /// <summary>Everything a sink may take of an exception.</summary>
    public static string Describe(Exception? exception) => exception is null
        ? ""
        : $"{exception} | {exception.Message} | {exception.StackTrace} | "
            + $"{string.Join(' ', exception.Data.Cast<DictionaryEntry>().Select(static entry => $"{entry.Key}={entry.Value}"))} | "
            + $"{Describe(exception.InnerException)}";

    private static string Describe(Activity activity) =>
        $"{activity.DisplayName} {activity.Status} {activity.StatusDescription} {Pairs(activity.TagObjects)} {Pairs(activity.Baggage)} "
        + $"{string.Join(' ', activity.Events.Select(static one => $"{one.Name} {Pairs(one.Tags)}"))}";

    private static string Pairs<T>(IEnumerable<KeyValuePair<string, T>> pairs) =>
        string.Join(' ', pairs.Select(static pair => $"{pair.Key}={Value(pair.Value)}"));

    private static string Value(object? value) => value switch
    {
        Exception exception => Describe(exception),
        IEnumerable elements and not string => string.Join(',', elements.Cast<object?>().Select(Value)),
        _ => $"{value}",
    };

    private sealed class Logger(Outputs outputs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => outputs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            outputs._scopes.ForEachScope(static (scope, all) => all.Add(Show(scope)), scopes);
            outputs.Add(
                "log",
                $"{logLevel} {category} {eventId} {formatter(state, exception)} {Show(state)} {Describe(exception)} "
                + $"{string.Join(' ', scopes)}");
        }

        private static string Show(object? state) =>
            $"{state} {(state is IEnumerable<KeyValuePair<string, object?>> pairs ? Pairs(pairs) : "")}";
    }
}
