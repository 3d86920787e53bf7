# Rolemeter in a container, with a Java of its own: any base with glibc will do, a distroless one too. It watches its host, so
# it needs the host's network (a hop less to the metadata service), the host's files and the host's processes:
#
#   docker run -d --name rolemeter --restart unless-stopped --network host --pid host -v /:/host:ro,rslave \
#     --cap-drop ALL --security-opt no-new-privileges --read-only --tmpfs /tmp -v rolemeter:/var/lib/rolemeter \
#     rolemeter serve --root /host --config /host/etc/rolemeter/rolemeter.yml
#
# So it is user 10169 without capabilities: it reads what anybody may read on the host, counts what it may not read, and says
# that it is `blind` to it. To read other users' files and environments it must be root inside, with nothing but the two
# capabilities that reading takes, because Docker gives no capabilities to another user; AppArmor would refuse the environments
# of programs outside the container. Its group lets it write its state, which belongs to user 10169. Add before the image's name:
#
#     --user 0:10169 --cap-add SYS_PTRACE --cap-add DAC_READ_SEARCH --security-opt apparmor=unconfined
#
# Leave --config away where the host has no such file: then everything but the probes works.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG BASE=debian:12-slim

FROM ${BUILD_IMAGE} AS build
# The commit that is built, for `version` and build_info: --build-arg REVISION=$(git rev-parse --short HEAD)
ARG REVISION=unknown
WORKDIR /src
COPY pom.xml ./
COPY config config
COPY src src
# Tests and format were checked before a commit gets here; the tests need more than this image has.
RUN mvn -B -ntp -Dspotless.check.skip -Dmaven.test.skip -Dgit.commit.id.abbrev="$REVISION" package
RUN jlink --strip-java-debug-attributes --no-header-files --no-man-pages --output /image/runtime \
      --add-modules java.base,java.logging,java.management,java.xml,jdk.crypto.ec,jdk.unsupported \
    && cp target/rolemeter.jar /image/ \
    && mkdir /state && mkdir -m 770 /state/rolemeter

FROM ${BASE}
LABEL org.opencontainers.image.title="Rolemeter" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /image /usr/lib/rolemeter
COPY --from=build --chown=10169:10169 /state /var/lib/
# Without UTF-8, Java cannot open files whose names are not ASCII, and keys in them would be missed.
ENV LC_ALL=C.UTF-8 \
    STATE_DIRECTORY=/var/lib/rolemeter
# By number, so that any base will do and Kubernetes can see that it is not root.
USER 10169:10169
EXPOSE 10169
ENTRYPOINT ["/usr/lib/rolemeter/runtime/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1", "-XX:C1MaxInlineSize=12", "-XX:CompileThresholdScaling=2", "-Xms6m", "-Xmn2m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:+UnlockExperimentalVMOptions", "-XX:TrimNativeHeapInterval=30000", "-XX:+UnlockDiagnosticVMOptions", "-XX:AsyncDeflationInterval=5000", "-XX:GuaranteedSafepointInterval=0", "-Xmx48m", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism", "-XX:-UsePerfData", "-jar", "/usr/lib/rolemeter/rolemeter.jar"]
CMD ["serve"]
