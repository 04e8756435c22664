namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on leases of limited resources. Over all workers, a resource never has more leases at the same time than its
/// limit. The remarks of <see cref="IBroker"/> apply to all operations.
/// </summary>
internal interface IResourceBroker
{
    /// <summary>
    /// Requests a lease of a resource. If none is free, the holder gets a place at the end of the line. Leases are granted only in the
    /// order of the line: when the holder is next, it is notified through <see cref="ListenResourceAsync"/> and has to request the lease
    /// again. A repeat keeps the lease or the place, and renews it.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="request">The holder, the limit and the duration.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait for the reply; the lease or place may exist and has to
    /// be released.
    /// </param>
    /// <returns>Whether the lease was granted, and otherwise how many acquisitions are before it in the line.</returns>
    /// <exception cref="ArgumentException">The request is not valid; see <see cref="AcquireRequest.Check"/>.</exception>
    ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Renews leases of a resource and places in its line, at most 200. A lease or a place that has ended is not restored. The method is
    /// synchronous and must not need the thread pool, for the same reason as <see cref="IQueueBroker.Renew"/>.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="holders">The ids of the acquisitions.</param>
    /// <param name="lease">
    /// The time, from now on, for which each lease or place is kept without another renewal. It must be greater than zero.
    /// </param>
    /// <returns>The status of each acquisition, in the order of <paramref name="holders"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// More than 200 ids were passed, or <paramref name="lease"/> is not greater than zero.
    /// </exception>
    IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease);

    /// <summary>
    /// Releases a lease or a place in the line, and notifies the acquisitions that are next. A lease or place that has ended or never
    /// existed is ignored.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="holder">The id of the acquisition.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to notifications about the acquisitions that are next in the line of a resource. Notifications can be lost;
    /// <see cref="RenewResource"/> then reports <see cref="ResourceLeaseStatus.IsNext"/>.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="called">
    /// The callback that receives the id of an acquisition that would be granted a lease now and has to request it again. The acquisition
    /// may belong to another process. The callback can be called on any thread and must not block.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not end an existing subscription.
    /// </param>
    /// <returns>The subscription. Disposing it ends the subscription.</returns>
    ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken);
}
