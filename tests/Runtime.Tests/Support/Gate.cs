namespace TaskGen.Tests;

/// <summary>A door that a scripted body waits at: the test sees it arrive and lets it go.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a body stands at the door.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(TestHost.Patience);

    public void Open() => _opened.TrySetResult();

    /// <summary>For a body that listens to its token.</summary>
    public Task PassAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        return _opened.Task.WaitAsync(cancellationToken);
    }

    /// <summary>For a body that is deaf.</summary>
    public Task PassAsync() => PassAsync(CancellationToken.None);

    /// <summary>For a body that is deaf and blocks its thread.</summary>
    public void Pass()
    {
        _arrived.TrySetResult();
        _opened.Task.Wait();
    }
}
