namespace TaskGen.Brokers;

/// <summary>The operations on the leases of limited resources. See <see cref="IBroker"/> for what all of them keep.</summary>
internal interface IResourceBroker
{
    /// <summary>
    /// Asks for a lease of a resource. Where none is free, the holder gets a place at the end of the line, and whoever comes to the front
    /// asks again: leases are given in the order of the line only. A repeat keeps the lease or the place, and renews it.
    /// </summary>
    ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Renews leases and places of a resource, at most 200, and returns the status of each. One that has ended is not brought back.
    /// Synchronous for the same reason as <see cref="IQueueBroker.Renew"/>.
    /// </summary>
    IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease);

    /// <summary>Gives a lease or a place back, and calls whoever comes next. One that has ended, or never was, is ignored.</summary>
    ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken);

    /// <summary>Listens until disposed to who is next in the line of a resource and should ask again. A hint: calls can be lost.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="called">Called on any thread with who is next; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken);
}
