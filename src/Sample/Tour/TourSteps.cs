using Microsoft.Extensions.DependencyInjection;

namespace TaskGen.Sample;

/// <summary>The steps of the tour, in the order in which they are shown.</summary>
internal static class TourSteps
{
    /// <summary>Adds the tour.</summary>
    /// <param name="services">Where to add it.</param>
    public static void Add(IServiceCollection services) => services
        .AddSingleton<Tour>()
        .AddSingleton<TourOutput>()
        .AddSingleton<Examples>()
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
}
