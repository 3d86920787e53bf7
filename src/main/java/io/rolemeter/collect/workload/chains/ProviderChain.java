package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.ProcessView;
import java.util.List;

/** The default credential chain of one SDK. What a program's own code says beats it, and cannot be seen. */
interface ProviderChain {
    /** Its providers for this process, in the order in which they are asked. */
    List<Provider> providers(ProcessView view);
}
