using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Registers the steps of the tour, in the order in which they are shown.</summary>
internal static class TourSteps
{
    /// <summary>Adds the tour and its steps.</summary>
    /// <param name="services">The service collection to add the services to.</param>
    public static void Add(IServiceCollection services) => services
        .AddSingleton<Tour>()
        .AddSingleton<TourOutput>()
        .AddSingleton<StepRunner>()
        .AddSingleton<ExamplesStep>()
        .AddSingleton<ITourScreen>(static provider => CreateScreen(provider.GetRequiredService<IAnsiConsole>()))
        .AddSingleton<ITourStep, IdempotentStep>()
        .AddSingleton<ITourStep, RetryStep>()
        .AddSingleton<ITourStep, ProgressStep>()
        .AddSingleton<ITourStep, LargeDatasetStep>()
        .AddSingleton<ITourStep, FailureStep>()
        .AddSingleton<ITourStep, NotificationStep>()
        .AddSingleton<ITourStep, ReportStep>()
        .AddSingleton<ITourStep, UserBatchesStep>()
        .AddSingleton<ITourStep, ConditionsStep>()
        .AddSingleton<ITourStep, TypedCallStep>()
        .AddSingleton<ITourStep, QueuesStep>()
        .AddSingleton<ITourStep, PayloadLimitStep>()
        .AddSingleton<ITourStep, TimeLimitStep>()
        .AddSingleton<ITourStep, LimitedResourceStep>()
        .AddSingleton<ITourStep, CanvasStep>();

    private static ITourScreen CreateScreen(IAnsiConsole console) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi ? new PanelScreen(console) : new LineScreen(console);
}
