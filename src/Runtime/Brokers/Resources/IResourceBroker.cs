namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on resource leases. Across all workers, the number of current leases on a resource never exceeds the limit of the
/// resource. The remarks of <see cref="IBroker"/> apply to all operations.
/// </summary>
internal interface IResourceBroker
{
    /// <summary>
    /// Requests a lease on a resource. If no lease is available, the acquisition receives a place at the end of the resource's waiting
    /// line. Leases are granted only in the order of this line: when the acquisition is next, it is notified through
    /// <see cref="ListenResourceAsync"/> and must request the lease again. A repeated request renews the existing lease or place.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="request">The id of the acquisition, the limit, and the duration.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops only the wait for the reply. A lease or place might have been
    /// created, so the caller must release it.
    /// </param>
    /// <returns>
    /// A reply that indicates whether the lease was granted and, if not, how many acquisitions are before this one in the waiting line.
    /// </returns>
    /// <exception cref="ArgumentException">The request is not valid; see <see cref="AcquireRequest.Check"/>.</exception>
    ValueTask<AcquireReply> AcquireAsync(string resource, AcquireRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Renews up to 200 leases on a resource or places in its waiting line. A lease or a place that has ended is not restored. The method
    /// is synchronous and must not use the thread pool, for the same reason as <see cref="IQueueBroker.Renew"/>.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="holders">The ids of the acquisitions.</param>
    /// <param name="lease">
    /// How long, from now on, each lease or place is kept without another renewal. It must be greater than zero.
    /// </param>
    /// <returns>The status of each acquisition, in the order of <paramref name="holders"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// More than 200 ids were passed, or <paramref name="lease"/> is not greater than zero.
    /// </exception>
    IReadOnlyList<ResourceLeaseStatus> RenewResource(string resource, IReadOnlyList<Guid> holders, TimeSpan lease);

    /// <summary>
    /// Releases a lease on a resource or a place in its waiting line, and notifies the acquisitions that can now be granted a lease. A
    /// lease or place that has ended or never existed is ignored.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="holder">The id of the acquisition.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask ReleaseAsync(string resource, Guid holder, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to notifications about the acquisitions that are next in a resource's waiting line. Notifications can be lost, so
    /// <see cref="RenewResource"/> also reports <see cref="ResourceLeaseStatus.IsNext"/>.
    /// </summary>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="called">
    /// The callback that receives the id of an acquisition that can now be granted a lease and must request it again. The acquisition can
    /// belong to another process. The callback can be called on any thread and must not block.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not end an existing subscription.
    /// </param>
    /// <returns>The subscription. Disposing it ends the subscription.</returns>
    ValueTask<IAsyncDisposable> ListenResourceAsync(string resource, Action<Guid> called, CancellationToken cancellationToken);
}
