namespace Ported.App.Checks;

/// <summary>Dispatches the tasks of one part of the application and checks their outcomes.</summary>
internal interface ICheckGroup
{
    Task RunAsync(CancellationToken cancellationToken);
}
